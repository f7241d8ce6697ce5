package vn.songhanh.workspace.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import vn.songhanh.shared.Viewer;

/** Hands the {@link Viewer} that a filter has recognised to the controller's method. */
final class ViewerArgument implements HandlerMethodArgumentResolver {

    private static final String ENTRANCE = Entrance.class.getName();

    static void set(HttpServletRequest request, Entrance entrance) {
        request.setAttribute(ENTRANCE, entrance);
        request.setAttribute(Viewer.class.getName(), entrance.viewer(RequestLocale.asked(request)));
    }

    static Optional<Viewer> find(HttpServletRequest request) {
        return Optional.ofNullable((Viewer) request.getAttribute(Viewer.class.getName()));
    }

    /** Through what the viewer came in; none on the few public paths. */
    static Optional<Entrance> entrance(HttpServletRequest request) {
        return Optional.ofNullable((Entrance) request.getAttribute(ENTRANCE));
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Viewer.class;
    }

    @Override
    public Viewer resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        Object viewer = request.getAttribute(Viewer.class.getName(), NativeWebRequest.SCOPE_REQUEST);
        if (viewer == null) {
            throw new Unauthenticated("unauthenticated");
        }
        return (Viewer) viewer;
    }
}
