package org.jingzhun.gateway.edge;

/** What the edge knows of a request: request attributes for those further in. */
public final class Edge {

    /** The request's id. */
    public static final String REQUEST_ID = "jingzhun.request-id";

    /** The service that the request went to. */
    public static final String ROUTE = "jingzhun.route";

    /** Which of the service's two instances had it, where it may have two. */
    public static final String INSTANCE = "jingzhun.instance";

    /** Set for a body that is larger than others may be. */
    public static final String UPLOAD = "jingzhun.upload";

    /** The span of the request as services are told of it, where requests are traced. */
    public static final String TRACE = "jingzhun.trace";

    private Edge() {}
}
