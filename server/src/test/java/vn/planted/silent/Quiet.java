package vn.planted.silent;

class Quiet {}
