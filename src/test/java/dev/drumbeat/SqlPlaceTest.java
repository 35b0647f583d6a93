package dev.drumbeat;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Statements are made in one place, which quotes every name and binds every value. */
class SqlPlaceTest {

  private static final JavaClasses APP =
      new ClassFileImporter().importPath("target/classes/dev/drumbeat");

  @Test
  void only_the_package_database_makes_statements_and_reads_their_results() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.drumbeat.database")
        .should()
        .dependOnClassesThat(
            belongToAnyOf(
                Statement.class,
                PreparedStatement.class,
                CallableStatement.class,
                ResultSet.class,
                DataSource.class,
                DriverManager.class))
        .orShould()
        .callMethodWhere(
            DescribedPredicate.describe(
                "a connection makes a statement",
                call ->
                    call.getTargetOwner().isEquivalentTo(Connection.class)
                        && call.getName().matches("(prepare|create).*")))
        .check(APP);
  }
}
