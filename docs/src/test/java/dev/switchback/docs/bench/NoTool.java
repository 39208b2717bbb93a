package dev.switchback.docs.bench;

/** An application without migrations: what the others are compared with. */
record NoTool() implements Tool {

    @Override
    public void status() {}

    @Override
    public void upgrade() {}
}
