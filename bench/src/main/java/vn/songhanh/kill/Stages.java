package vn.songhanh.kill;

import java.io.IOException;

/** Where a new deal stands. */
record Stages(String pipeline, String first) {

    static Stages of(Api api) throws IOException, InterruptedException {
        String pipelines = api.get("/api/pipelines").body();
        String stages = pipelines.substring(pipelines.indexOf("\"stages\""));
        return new Stages(
                new Api.Answer(pipelines.replace(stages, ""), "").text("id"), new Api.Answer(stages, "").text("id"));
    }
}
