package org.jingzhun.test.stranger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * Walks over every path and method of the running service:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> nobodySeesWhatIsNotHis() {
 *     return StrangersTest.of("http://127.0.0.1:" + port)
 *             .owner(TestToken.person("county").grant("county-officer", "rural-affairs", "451481"))
 *             .neighbour(TestToken.person("neighbour").grant("township-officer", "rural-affairs", "451481100"))
 *             .wrongRole(TestToken.person("bank").grant("bank-officer", "bank", "451481"))
 *             .secret(householdNumber, headName)
 *             .operation("GET", "/api/household/v1/households/{number}", it -> it.path("number", householdNumber))
 *             .operation("GET", "/api/household/v1/households", it -> it.list().filter("area", "451481101").filter("type", "1"))
 *             .tests();
 * }
 * }</pre>
 *
 * <p>Allowed answers are 401, 403, 404 and an empty list; none may hold one of the secrets. As everybody with a wrong token, the
 * answer is 401; as wrong role or as machine without grants, 403.
 */
public final class StrangersTest {

    private static final Set<String> NOT_FILTERS = Set.of("after", "limit");
    private static final Set<String> METHODS = new LinkedHashSet<>(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));

    private final Service service;
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Map<String, TestToken> neighbours = new LinkedHashMap<>();
    private final Map<String, TestToken> wrongRoles = new LinkedHashMap<>();
    private final Set<String> secrets = new LinkedHashSet<>();
    private TestToken owner = TestToken.person("owner");

    private StrangersTest(Service service) {
        this.service = service;
    }

    /** The running service, such as {@code http://127.0.0.1:8081}. */
    public static StrangersTest of(String address) {
        return new StrangersTest(new Service(address));
    }

    /** Whose records they are: he tries every harmless operation as well, as a refusal proves nothing where nothing is there. */
    public StrangersTest owner(TestToken token) {
        owner = token;
        return this;
    }

    /** The right role, in another area. */
    public StrangersTest neighbour(TestToken token) {
        neighbours.put("neighbour" + (neighbours.isEmpty() ? "" : " " + (neighbours.size() + 1)), token);
        return this;
    }

    /** A role that may do none of this, in the records' own area. */
    public StrangersTest wrongRole(TestToken token) {
        wrongRoles.put("wrong role" + (wrongRoles.isEmpty() ? "" : " " + (wrongRoles.size() + 1)), token);
        return this;
    }

    /** Identifiers and values of the foreign records: none of them may stand in any answer. */
    public StrangersTest secret(String... values) {
        for (var value : values) {
            if (value.length() < 2) {
                throw new IllegalArgumentException("a secret that short is found anywhere: " + value);
            }
            secrets.add(value);
        }
        return this;
    }

    /** How to call an operation, as the OpenAPI document names it. */
    public StrangersTest operation(String method, String path, Consumer<Operation> call) {
        var operation = new Operation(method, path);
        call.accept(operation);
        operations.put(operation.toString(), operation);
        return this;
    }

    /** All the tests, one container for each operation. */
    public Stream<DynamicNode> tests() {
        if (neighbours.isEmpty() || wrongRoles.isEmpty() || secrets.isEmpty()) {
            throw new AssertionError("the test needs a neighbour, a wrong role and a secret");
        }
        var document = service.document();
        if (document.isEmpty()) {
            throw new AssertionError("the OpenAPI document names no operation: this test looks at nothing");
        }
        var nodes = new ArrayList<DynamicNode>();
        document.forEach((name, filters) -> nodes.add(operations.containsKey(name)
                ? DynamicContainer.dynamicContainer(name, tests(operations.get(name), filters))
                : DynamicTest.dynamicTest(name + " is described", () -> {
                    throw new AssertionError(name + " is offered, but the stranger's test does not say how to try it");
                })));
        operations.keySet().stream().filter(name -> !document.containsKey(name))
                .forEach(name -> nodes.add(DynamicTest.dynamicTest(name + " is offered", () -> {
                    throw new AssertionError(name + " is described, but the service does not offer it");
                })));
        nodes.add(DynamicContainer.dynamicContainer("methods that are not offered", undocumented(document.keySet())));
        return nodes.stream();
    }

    private Stream<DynamicTest> tests(Operation operation, Set<String> documented) {
        var tests = new ArrayList<DynamicTest>();
        tests.add(test("every filter has a value", () -> filtersAreKnown(operation, documented)));
        if (operation.isHarmless()) {
            tests.add(test("owner finds it", () -> found(operation)));
        }
        for (var filters : combinations(operation)) {
            var with = filters.isEmpty() ? "" : " with " + String.join(", ", filters.keySet());
            wrongTokens().forEach((name, header) -> tests.add(test(name + with,
                    () -> expect(operation, filters, header, Set.of(401)))));
            if (operation.isForEveryCaller()) {
                continue;
            }
            tests.add(test("machine" + with, () -> expect(operation, filters,
                    TestToken.service("stranger-machine").bearer(), Set.of(403))));
            if (operation.isForEveryRole()) {
                continue;
            }
            wrongRoles.forEach((name, token) -> tests.add(test(name + with,
                    () -> expect(operation, filters, token.bearer(), Set.of(403)))));
            neighbours.forEach((name, token) -> tests.add(test(name + with,
                    () -> nothingForeign(operation, filters, token))));
        }
        if (operation.mayHoldOwn()) {
            neighbours.forEach((name, token) -> tests.add(test(name + " with the owner's page mark",
                    () -> foreignMark(operation, token))));
        }
        return tests.stream();
    }

    /** Without any filter, each alone, and all together. */
    private static List<Map<String, String>> combinations(Operation operation) {
        var all = new LinkedHashSet<Map<String, String>>();
        all.add(Map.of());
        operation.filters().forEach((name, value) -> all.add(Map.of(name, value)));
        all.add(operation.filters());
        return List.copyOf(all);
    }

    private Map<String, String> wrongTokens() {
        var tokens = new LinkedHashMap<String, String>();
        tokens.put("without token", "");
        tokens.put("expired", "Bearer " + owner.expired().token());
        tokens.put("wrong audience", "Bearer " + owner.audience("another-suite").token());
        tokens.put("wrong issuer", "Bearer " + owner.issuer("http://localhost:6666").token());
        tokens.put("alg none", "Bearer " + owner.unsigned());
        tokens.put("tampered", "Bearer " + neighbours.values().iterator().next().tampered());
        tokens.put("forged", "Bearer " + owner.forged());
        tokens.put("HS256 by public key", "Bearer " + owner.confused());
        tokens.put("no token at all but a word", "Bearer nonsense");
        return tokens;
    }

    private static void filtersAreKnown(Operation operation, Set<String> documented) {
        var missing = new LinkedHashSet<>(documented);
        missing.removeAll(NOT_FILTERS);
        missing.removeAll(operation.filters().keySet());
        missing.removeAll(operation.required().keySet());
        if (!missing.isEmpty()) {
            throw new AssertionError(operation + " has filters without a value: " + missing);
        }
    }

    /** The owner uses all filters, so that each is shown to find something. */
    private void found(Operation operation) {
        var answer = service.call(operation, operation.filters(), owner.bearer());
        if (!answer.isSuccess()) {
            throw new AssertionError("even the owner is refused, so a refusal proves nothing: " + answer);
        }
        if (operation.isHarmless() && !operation.isForEveryRole() && !operation.isForEveryCaller() && answer.isEmptyList()) {
            throw new AssertionError("even the owner finds nothing, so an empty list proves nothing: " + answer);
        }
    }

    private void expect(Operation operation, Map<String, String> filters, String authorization, Set<Integer> statuses) {
        var answer = service.call(operation, filters, authorization);
        if (!statuses.contains(answer.status())) {
            throw new AssertionError("%s expected, not %s".formatted(statuses, answer));
        }
        answer.holdsNoneOf(secrets);
    }

    private void nothingForeign(Operation operation, Map<String, String> filters, TestToken stranger) {
        var answer = service.call(operation, filters, stranger.bearer());
        answer.holdsNoneOf(secrets);
        var allowed = answer.isSuccess()
                ? operation.mayHoldOwn() || answer.isEmptyList()
                : Set.of(403, 404).contains(answer.status());
        if (!allowed) {
            throw new AssertionError("403, 404 or an empty list expected, not " + answer);
        }
    }

    private void foreignMark(Operation operation, TestToken stranger) {
        var first = service.call(operation, Map.of("limit", "1"), owner.bearer());
        var next = first.next();
        if (next.isEmpty()) {
            return; // a list of one page has no mark to steal
        }
        var answer = service.call(operation, Map.of("after", next, "limit", "1"), stranger.bearer());
        answer.holdsNoneOf(secrets);
        if (!Set.of(400, 403, 404).contains(answer.status())) {
            throw new AssertionError("another caller's page mark was taken: " + answer);
        }
    }

    private Stream<DynamicTest> undocumented(Set<String> documented) {
        var paths = new LinkedHashSet<String>();
        documented.forEach(name -> paths.add(name.substring(name.indexOf(' ') + 1)));
        return paths.stream().flatMap(path -> METHODS.stream()
                .filter(method -> documented.stream().noneMatch(name -> serves(name, method + " " + path)))
                .map(method -> test(method + " " + path, () -> notOffered(method, path))));
    }

    /** Whether an operation answers at this address, if only because a variable of its path stands for the rest. */
    private static boolean serves(String documented, String asked) {
        var pattern = Pattern.compile("\\{[^}]+}").splitAsStream(documented).map(Pattern::quote)
                .collect(Collectors.joining("[^/]+")) + (documented.endsWith("}") ? "[^/]+" : "");
        return asked.matches(pattern);
    }

    private void notOffered(String method, String path) {
        var known = operations.values().stream().filter(operation -> operation.path().equals(path)).findFirst();
        var address = known.map(operation -> operation.address(Map.of())).orElse(path.replaceAll("[{}]", ""));
        var operation = new Operation(method, address);
        if (service.call(operation, Map.of(), "").status() != 401) {
            throw new AssertionError(method + " " + path + " without a token is not 401");
        }
        var answer = service.call(operation, Map.of(), neighbours.values().iterator().next().bearer());
        answer.holdsNoneOf(secrets);
        if (!Set.of(403, 404, 405).contains(answer.status())) {
            throw new AssertionError("405 expected, not " + answer);
        }
    }

    private static DynamicTest test(String name, Runnable check) {
        return DynamicTest.dynamicTest(name, check::run);
    }
}
