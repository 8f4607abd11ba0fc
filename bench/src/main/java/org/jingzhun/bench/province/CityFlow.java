package org.jingzhun.bench.province;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.sql.DataSource;

import org.jingzhun.bench.flow.Flow;

/** Fills the register with the flow of a city: its households with their whole past, as if they had been changed day by day. */
final class CityFlow {

    private final Path folder;
    private final DataSource database;
    private final Path keyRing;
    private final PrintStream out;

    CityFlow(Path folder, DataSource database, Path keyRing, PrintStream out) {
        this.folder = folder;
        this.database = database;
        this.keyRing = keyRing;
        this.out = out;
    }

    /** Returns how many households there are. */
    int build(int oneOf, long seed) throws IOException {
        var tables = Arrays.stream(FlowTable.values()).map(FlowTable::table).toList();
        var loading = new Loading(database, 1, out);
        loading.refuseNotEmpty(tables);
        var fates = Flow.ofChongzuo(oneOf, seed);
        Files.createDirectories(folder);
        var begun = System.nanoTime();
        try (var crypto = new Crypto(database, keyRing); var files = new FlowFiles(folder, crypto)) {
            fates.forEach(files::write);
        }
        loading.report("files: households", fates.size(), begun);
        for (var table : FlowTable.values()) {
            loading.load(table.table(), table.isHistory, List.of(FlowFiles.file(folder, table)), table::load);
        }
        loading.analyze(tables);
        return fates.size();
    }
}
