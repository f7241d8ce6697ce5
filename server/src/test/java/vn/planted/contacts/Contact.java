package vn.planted.contacts;

import org.jspecify.annotations.Nullable;

/** Breaks nothing. */
record Contact(String name, @Nullable String email) {}
