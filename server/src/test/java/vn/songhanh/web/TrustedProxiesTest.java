package vn.songhanh.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TrustedProxiesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            127.0.0.1   | 203.0.113.7                           | 203.0.113.7
            127.0.0.1   | 198.51.100.1, 203.0.113.7, 10.1.2.3   | 203.0.113.7
            127.0.0.1   | made up, 203.0.113.7                  | 203.0.113.7
            127.0.0.1   | 203.0.113.7:51234                     | 203.0.113.7
            127.0.0.1   | [2001:db8::7]:443                     | 2001:db8::7
            127.0.0.1   | 2001:db8::7                           | 2001:db8::7
            127.0.0.1   | unknown                               | 127.0.0.1
            10.1.2.3    | 10.9.9.9                              | 10.9.9.9
            203.0.113.9 | 198.51.100.1                          | 203.0.113.9
            """)
    void a_request_comes_from_the_last_address_that_is_no_named_proxy(String nearest, String header, String client)
            throws Exception {
        assertThat(through("127.0.0.1, 10.0.0.0/8", nearest, header)).isEqualTo(client);
    }

    @Test
    void nobody_is_believed_unless_named() throws Exception {
        assertThat(through("", "127.0.0.1", "203.0.113.7")).isEqualTo("127.0.0.1");
    }

    private static String through(String trusted, String nearest, String header) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(nearest);
        request.addHeader("X-Forwarded-For", header);
        List<String> seen = new ArrayList<>();
        new TrustedProxies(trusted)
                .doFilter(request, new MockHttpServletResponse(), (behind, answer) -> seen.add(behind.getRemoteAddr()));
        return seen.getFirst();
    }
}
