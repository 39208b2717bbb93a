package dev.switchback.cli;

import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoMap;
import dagger.multibindings.StringKey;
import dev.switchback.cli.render.GithubRenderer;
import dev.switchback.cli.render.JsonRenderer;
import dev.switchback.cli.render.MarkdownRenderer;
import dev.switchback.cli.render.NdjsonRenderer;
import dev.switchback.cli.render.Renderer;
import dev.switchback.cli.render.TextRenderer;

/** The forms of output, by name. */
@Module
interface RenderersModule {

    /** The form that people read. */
    String TEXT = "text";

    /** The form that programs read. */
    String JSON = "json";

    @Binds
    @IntoMap
    @StringKey(TEXT)
    Renderer text(TextRenderer renderer);

    @Binds
    @IntoMap
    @StringKey("ndjson")
    Renderer ndjson(NdjsonRenderer renderer);

    @Binds
    @IntoMap
    @StringKey("markdown")
    Renderer markdown(MarkdownRenderer renderer);

    @Binds
    @IntoMap
    @StringKey("github")
    Renderer github(GithubRenderer renderer);

    @Binds
    @IntoMap
    @StringKey(JSON)
    Renderer json(JsonRenderer renderer);
}
