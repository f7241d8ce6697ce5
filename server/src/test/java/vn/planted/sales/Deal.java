package vn.planted.sales;

public record Deal(String name) {}
