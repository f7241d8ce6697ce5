package vn.planted.contacts;

import org.springframework.util.StringUtils;

record KnowsSpring(String name) {

    boolean named() {
        return StringUtils.hasText(name);
    }
}
