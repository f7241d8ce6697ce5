package vn.songhanh.web;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.songhanh.shared.IfMatch;
import vn.songhanh.shared.Invalid;

/**
 * Hands {@code If-Match} to the controllers' methods that take an {@link IfMatch}, and refuses it on every other
 * change: whoever sends it must not believe that it was looked at.
 */
@Configuration(proxyBeanMethods = false)
class Preconditions implements WebMvcConfigurer {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(IfMatch.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Argument());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Refusal());
    }

    @Bean
    GlobalOperationCustomizer describedPreconditions() {
        return (operation, handler) ->
                Arrays.stream(handler.getMethodParameters()).anyMatch(Preconditions::isIfMatch)
                        ? operation.addParametersItem(new HeaderParameter()
                                .name(HttpHeaders.IF_MATCH)
                                .required(false)
                                .schema(new StringSchema()))
                        : operation;
    }

    private static boolean isIfMatch(MethodParameter parameter) {
        return parameter.getParameterType() == IfMatch.class;
    }

    private static final class Argument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return isIfMatch(parameter);
        }

        @Override
        public IfMatch resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            return IfMatch.of(request.getHeader(HttpHeaders.IF_MATCH));
        }
    }

    private static final class Refusal implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (request.getHeader(HttpHeaders.IF_MATCH) != null
                    && !READING.contains(request.getMethod())
                    && handler instanceof HandlerMethod method
                    && Arrays.stream(method.getMethodParameters()).noneMatch(Refusal::takesIt)) {
                throw new Invalid(HttpHeaders.IF_MATCH, "not-understood-here");
            }
            return true;
        }

        /** As an {@link IfMatch}, or where a change must name a version: as the header itself. */
        private static boolean takesIt(MethodParameter parameter) {
            RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
            return isIfMatch(parameter) || (header != null && header.name().equalsIgnoreCase(HttpHeaders.IF_MATCH));
        }
    }
}
