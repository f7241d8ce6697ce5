package vn.songhanh.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every answer tells the browser to refuse. */
public final class SecurityHeaders {

    /** Mantine sets its sizes and colours in style attributes; scripts come from our own files only. */
    private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    /** @param publicUrl the address that people use; empty when nobody said */
    public static Map<String, String> of(String publicUrl) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Security-Policy", POLICY);
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        if (publicUrl.startsWith("https://")) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
        return Collections.unmodifiableMap(headers);
    }
}
