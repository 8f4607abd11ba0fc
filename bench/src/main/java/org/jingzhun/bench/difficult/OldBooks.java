package org.jingzhun.bench.difficult;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Files in the container of 1997 (OLE 2): the old workbook, and the new one under a password. */
final class OldBooks {

    private static final String PASSWORD = "123456";

    private OldBooks() {}

    static void write(Path file, List<List<String>> table) throws IOException {
        try (var workbook = new HSSFWorkbook(); var out = Files.newOutputStream(file)) {
            var sheet = workbook.createSheet("名单");
            for (var line = 0; line < table.size(); line++) {
                var row = sheet.createRow(line);
                for (var column = 0; column < table.get(line).size(); column++) {
                    row.createCell(column).setCellValue(table.get(line).get(column));
                }
            }
            workbook.write(out);
        }
    }

    static void encrypted(Path file, byte[] workbook) throws IOException {
        try (var container = new POIFSFileSystem(); var out = Files.newOutputStream(file)) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(PASSWORD);
            try (var inside = encryptor.getDataStream(container)) {
                inside.write(workbook);
            }
            container.writeFilesystem(out);
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot encrypt", e);
        }
    }
}
