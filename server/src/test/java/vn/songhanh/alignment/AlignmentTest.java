package vn.songhanh.alignment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import vn.songhanh.testing.SongHanhTest;

/** The product with a {@link Stage}; its database is shared by these tests only, so nobody else's reps take leads. */
@Inherited
@SongHanhTest
@Import(Stage.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AlignmentTest {}
