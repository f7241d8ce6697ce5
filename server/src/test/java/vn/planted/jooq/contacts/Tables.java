package vn.planted.jooq.contacts;

/** As the build would have made it. */
public final class Tables {

    public static final String CONTACT = "contact".strip();

    private Tables() {}
}
