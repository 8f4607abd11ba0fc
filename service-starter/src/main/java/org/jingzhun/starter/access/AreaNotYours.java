package org.jingzhun.starter.access;

/** The division asked for is not covered by any grant that allows the action. */
public class AreaNotYours extends RuntimeException {

    private final String area;

    public AreaNotYours(String area) {
        super("No grant of the caller covers the area " + area + ".");
        this.area = area;
    }

    public String area() {
        return area;
    }
}
