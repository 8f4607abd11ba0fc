package org.jingzhun.gateway.relay;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body as the caller sends it; tells the caller's failures from the service's. */
final class CallerBody extends FilterInputStream {

    CallerBody(InputStream body) {
        super(body);
    }

    @Override
    public int read() {
        try {
            return super.read();
        } catch (IOException e) {
            throw new CallerGone(e);
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        try {
            return super.read(into, offset, length);
        } catch (IOException e) {
            throw new CallerGone(e);
        }
    }
}
