package thami.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class StaffMenuTest {

    private static final StaffMenu MENU = StaffMenu.of(
            new StaffMenu.Item("/staff/s", "start"),
            new StaffMenu.Item("/staff/s/queue", "queue", "/staff/s/cases"),
            new StaffMenu.Item("/staff/s/queues", "queues"));

    @AfterEach
    void leave() {
        RequestContextHolder.resetRequestAttributes();
    }

    @ParameterizedTest
    @CsvSource({
        "/staff/s, start=page",
        "/staff/s/other, start=true",
        "/staff/s/queue, queue=page",
        "/staff/s/queue/7, queue=true",
        "/staff/s/cases/7, queue=true",
        "/staff/s/queues, queues=page",
        "/staff/another, ''",
    })
    void marksTheSectionThatOneIsIn(String page, String marked) {
        RequestContextHolder.setRequestAttributes(
                new ServletRequestAttributes(new MockHttpServletRequest("GET", page)));
        var site = new Site(new ServiceName("s-service"), "1", MENU, Access.rules());

        assertThat(site.getMenu().stream()
                        .filter(item -> site.current(item) != null)
                        .map(item -> item.message() + "=" + site.current(item))
                        .collect(Collectors.joining()))
                .isEqualTo(marked);
    }
}
