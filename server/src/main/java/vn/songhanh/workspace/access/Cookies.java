package vn.songhanh.workspace.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookies of a browser that is signed in: the session's token, out of reach of scripts, and a second token that
 * our own script sends back as a header, which a foreign page cannot. The second is derived from the first, so a cookie
 * that somebody else planted does not fit. A third stays after signing out: by it the browser is known again.
 */
@Component
class Cookies {

    static final String CSRF_HEADER = "X-XSRF-TOKEN";
    private static final String CSRF_COOKIE = "XSRF-TOKEN";

    private final boolean secure;
    private final String name;
    private final String deviceName;

    Cookies(@Value("${SONGHANH_PUBLIC_URL:}") String publicUrl) {
        this.secure = publicUrl.startsWith("https://");
        this.name = secure ? "__Host-songhanh" : "songhanh";
        this.deviceName = name + "-device";
    }

    @Nullable
    String session(HttpServletRequest request) {
        return value(request, name);
    }

    /** Of an earlier sign-in; see {@link Devices}. */
    @Nullable
    String device(HttpServletRequest request) {
        return value(request, deviceName);
    }

    private static @Nullable String value(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    void set(HttpServletResponse response, Sessions.Opened opened) {
        add(response, name, opened.session(), true, Sessions.LONGEST);
        add(response, CSRF_COOKIE, csrf(opened.session()), false, Sessions.LONGEST);
        add(response, deviceName, opened.device(), true, Devices.KNOWN_FOR);
    }

    void clear(HttpServletResponse response) {
        add(response, name, "", true, Duration.ZERO);
        add(response, CSRF_COOKIE, "", false, Duration.ZERO);
    }

    static String csrf(String session) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Token.digest("csrf:" + session));
    }

    static boolean fromOurScript(HttpServletRequest request, String session) {
        String sent = request.getHeader(CSRF_HEADER);
        return sent != null
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), csrf(session).getBytes(StandardCharsets.UTF_8));
    }

    private void add(HttpServletResponse response, String cookie, String value, boolean httpOnly, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(cookie, value)
                        .httpOnly(httpOnly)
                        .secure(secure)
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
