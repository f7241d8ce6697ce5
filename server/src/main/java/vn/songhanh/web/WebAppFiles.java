package vn.songhanh.web;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Serves the web app out of the jar, compressed as the build left it. */
@Configuration(proxyBeanMethods = false)
class WebAppFiles implements WebMvcConfigurer {

    private static final String ROOT = "classpath:/static/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // The name of an asset holds the digest of its content: what it says never changes.
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(ROOT + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(365, TimeUnit.DAYS).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new PathResourceResolver());
        registry.addResourceHandler("/**")
                .addResourceLocations(ROOT)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new Pages());
    }

    /** The address of a screen is no file: the app that draws it is sent instead. */
    private static final class Pages extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource file = super.getResource(path, location);
            if (file != null || !isScreen(path)) {
                return file;
            }
            return super.getResource("index.html", location);
        }

        private static boolean isScreen(String path) {
            return !path.contains(".")
                    && !path.equals("api")
                    && !path.startsWith("api/")
                    && !path.equals("actuator")
                    && !path.startsWith("actuator/")
                    && !path.startsWith("assets/");
        }
    }
}
