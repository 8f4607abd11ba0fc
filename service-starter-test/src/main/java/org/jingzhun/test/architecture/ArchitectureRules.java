package org.jingzhun.test.architecture;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.springframework.web.bind.annotation.RestController;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

/** What holds in every service: {@code ArchitectureRules.of("org.jingzhun.household").check()}. */
public final class ArchitectureRules {

    private static final String REPOSITORY = "org.springframework.data.repository.Repository";
    private static final String AGGREGATE = "org.springframework.data.relational.core.mapping.Table";
    private static final String AUTOWIRED = "org.springframework.beans.factory.annotation.Autowired";
    private static final String FEIGN = "org.springframework.cloud.openfeign.FeignClient";
    private static final Set<String> NOW_ONLY_BY_CLOCK = Set.of("java.time.LocalDate", "java.time.LocalDateTime",
            "java.time.LocalTime", "java.time.Instant", "java.time.ZonedDateTime", "java.time.OffsetDateTime",
            "java.time.Year", "java.time.YearMonth", "java.time.MonthDay");

    private static final Set<String> DAYS = Set.of("java.time.LocalDate", "java.time.LocalDateTime", "java.time.Year",
            "java.time.YearMonth", "java.time.MonthDay");

    private final JavaClasses code;
    private final JavaClasses tests;

    private ArchitectureRules(JavaClasses code, JavaClasses tests) {
        this.code = code;
        this.tests = tests;
    }

    /** The main code of these packages; their tests for the day that they take only. */
    public static ArchitectureRules of(String... packages) {
        var code = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(packages);
        if (code.isEmpty()) {
            throw new AssertionError("no class in " + List.of(packages) + ": these rules look at nothing");
        }
        return new ArchitectureRules(code,
                new ClassFileImporter().withImportOption(new ImportOption.OnlyIncludeTests()).importPackages(packages));
    }

    static ArchitectureRules of(Class<?>... classes) {
        var code = new ClassFileImporter().importClasses(classes);
        return new ArchitectureRules(code, code);
    }

    /** All rules. */
    public void check() {
        timeIsGivenNotTaken();
        testsTakeTheDayOfTheField();
        namesSayWhatAThingIs();
        howAFeatureWorksIsItsOwnBusiness();
        nothingIsInjectedIntoFields();
        controllersAnswerNoAggregate();
        clientsAreNamedSo();
        everyPackageIsNullMarked();
    }

    public void timeIsGivenNotTaken() {
        check(noClasses().should().callMethodWhere(new DescribedPredicate<JavaMethodCall>("time is taken without a Clock") {
            @Override
            public boolean test(JavaMethodCall call) {
                return call.getName().equals("now") && NOW_ONLY_BY_CLOCK.contains(call.getTargetOwner().getName())
                        && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            }
        }).orShould().callMethod(System.class, "currentTimeMillis")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.Calendar"));
    }

    /** The day of the machine is another for some hours than the one of Asia/Shanghai: such a test fails every night. */
    public void testsTakeTheDayOfTheField() {
        noClasses().should().callMethodWhere(new DescribedPredicate<JavaMethodCall>("the day is the machine's") {
            @Override
            public boolean test(JavaMethodCall call) {
                return call.getName().equals("now") && DAYS.contains(call.getTargetOwner().getName())
                        && call.getTarget().getRawParameterTypes().isEmpty();
            }
        }).allowEmptyShould(true).check(tests);
    }

    public void namesSayWhatAThingIs() {
        check(noClasses().should().haveNameMatching(".*(Util|Utils|Impl|Manager|Helper|DTO|Dto|VO|Vo|Entity)")
                .orShould().resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..dto..", "..vo..",
                        "..helper..",
                        "..manager.."));
    }

    public void howAFeatureWorksIsItsOwnBusiness() {
        check(classes().that().areAnnotatedWith(RestController.class).or().areAssignableTo(REPOSITORY)
                .should().bePackagePrivate());
    }

    public void nothingIsInjectedIntoFields() {
        check(noFields().should().beAnnotatedWith(AUTOWIRED));
    }

    public void controllersAnswerNoAggregate() {
        check(methods().that().areDeclaredInClassesThat().areAnnotatedWith(RestController.class)
                .should().notHaveRawReturnType(new DescribedPredicate<JavaClass>("an aggregate") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.isAnnotatedWith(AGGREGATE);
                    }
                }));
    }

    public void clientsAreNamedSo() {
        check(classes().that().areAnnotatedWith(FEIGN).should().haveSimpleNameEndingWith("Client"));
    }

    public void everyPackageIsNullMarked() {
        var unmarked = code.stream().map(JavaClass::getPackage).distinct()
                .filter(it -> it.getClasses().stream().anyMatch(type -> code.contain(type.getName())))
                .filter(it -> !it.isAnnotatedWith(NullMarked.class))
                .map(it -> it.getName() + " has no package-info with @NullMarked")
                .sorted().toList();
        if (!unmarked.isEmpty()) {
            throw new AssertionError(String.join("\n", unmarked));
        }
    }

    private void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(code);
    }
}
