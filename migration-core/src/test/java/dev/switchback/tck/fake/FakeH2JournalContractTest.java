package dev.switchback.tck.fake;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.JournalContract;

final class FakeH2JournalContractTest extends JournalContract {
    FakeH2JournalContractTest() {
        super(new FakeEngineProvider(), new H2Database());
    }
}
