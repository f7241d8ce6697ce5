package vn.songhanh;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class SongHanh {

    public static void main(String[] args) {
        SpringApplication.run(SongHanh.class, args);
    }
}
