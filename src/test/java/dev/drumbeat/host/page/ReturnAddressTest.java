package dev.drumbeat.host.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnAddressTest {

  @ParameterizedTest
  @CsvSource({
    "/jira/issues/, jql=a%3Db, /jira/issues/?jql=a%3Db",
    "/jira/issues/, '',        /jira/issues/?",
    "/jira/issues/, ,          /jira/issues/",
    "/jira/issues/, jql=a|{,   /jira/issues/",
    "/jira/a|b,     x=1,       /jira/",
  })
  void people_come_back_to_as_much_of_the_address_as_is_well_written(
      String path, String query, String back) {
    HttpServletRequest request = mock(HttpServletRequest.class);
    when(request.getContextPath()).thenReturn("/jira");
    when(request.getRequestURI()).thenReturn(path);
    when(request.getQueryString()).thenReturn(query);
    assertThat(ReturnAddress.of(request)).hasToString(back);
  }
}
