package vn.songhanh.workspace.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.songhanh.shared.Action;
import vn.songhanh.shared.Viewer;

/**
 * Whoever may write no record of that kind at all is refused before anybody reads what he has sent. The record itself
 * says later whether he may change just this one.
 */
@Configuration(proxyBeanMethods = false)
class MayWrite implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBean() instanceof RecordDoors<?, ?> doors
                && Arrays.stream(method.getMethodParameters())
                        .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                && request.getAttribute(Viewer.class.getName()) instanceof Viewer viewer) {
            viewer.require(doors.kind(), Action.WRITE);
        }
        return true;
    }
}
