package vn.songhanh.workspace.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The encodings that Vietnamese files come in. */
enum Encoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    UTF_16LE("UTF-16LE", StandardCharsets.UTF_16LE),
    UTF_16BE("UTF-16BE", StandardCharsets.UTF_16BE),
    /** Excel's before it knew Unicode. Tone marks follow their letter as characters of their own. */
    WINDOWS_1258("windows-1258", Charset.forName("windows-1258"));

    private static final int BYTE_ORDER_MARK = '\uFEFF';

    private final String label;
    private final Charset charset;

    Encoding(String label, Charset charset) {
        this.label = label;
        this.charset = charset;
    }

    @JsonValue
    String label() {
        return label;
    }

    Charset charset() {
        return charset;
    }

    static Optional<Encoding> named(String label) {
        for (Encoding encoding : values()) {
            if (encoding.label.equalsIgnoreCase(label)) {
                return Optional.of(encoding);
            }
        }
        return Optional.empty();
    }

    /** What a file's first bytes say; nothing when only the whole file can tell UTF-8 from Windows-1258. */
    static Optional<Encoding> of(byte[] start) {
        if (begins(start, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(UTF_8);
        }
        if (begins(start, 0xFF, 0xFE)) {
            return Optional.of(UTF_16LE);
        }
        if (begins(start, 0xFE, 0xFF)) {
            return Optional.of(UTF_16BE);
        }
        // Separators, digits and most letters of UTF-16 text have a zero for their other byte.
        int even = 0;
        int odd = 0;
        for (int i = 0; i < start.length; i++) {
            if (start[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        int half = start.length / 2;
        if (odd * 3 > half && even * 10 < half) {
            return Optional.of(UTF_16LE);
        }
        if (even * 3 > half && odd * 10 < half) {
            return Optional.of(UTF_16BE);
        }
        return Optional.empty();
    }

    private static boolean begins(byte[] start, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= start.length || (start[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Without the byte order mark; fails at bytes that are none of this encoding's. */
    Reader reader(InputStream bytes) throws IOException {
        return reader(bytes, CodingErrorAction.REPORT);
    }

    /** For a look at the beginning, which may end within a character. */
    Reader lenientReader(InputStream bytes) throws IOException {
        return reader(bytes, CodingErrorAction.REPLACE);
    }

    private Reader reader(InputStream bytes, CodingErrorAction onError) throws IOException {
        var decoder = charset.newDecoder().onMalformedInput(onError).onUnmappableCharacter(onError);
        PushbackReader reader =
                new PushbackReader(new InputStreamReader(new BufferedInputStream(bytes, 1 << 16), decoder), 1);
        int first = reader.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            reader.unread(first);
        }
        return reader;
    }
}
