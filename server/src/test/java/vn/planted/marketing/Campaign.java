package vn.planted.marketing;

public record Campaign(String name) {}
