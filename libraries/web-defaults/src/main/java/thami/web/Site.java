package thami.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.thymeleaf.spring6.util.DetailedError;

/// What the layout needs to know about where it is: `${site.…}` in templates.
public class Site {

    /// The model attribute that says where a page can be asked for: of one that answers a form, where that is neither
    /// where the form was sent to nor above.
    public static final String ADDRESS = "pageAddress";

    /// In the session of staff whose form came after their sign-in had ended. It stays until a page has said so: a
    /// flash attribute would be spent on a PDF or a refusal.
    public static final String LOST_FORM = "thami.lost-form";

    private static final Pattern ROW = Pattern.compile("\\[(\\d{1,6})]");

    private final ServiceName service;
    private final String version;
    private final StaffMenu menu;
    private final Access access;

    Site(ServiceName service, String version, StaffMenu menu, Access access) {
        this.service = service;
        this.version = version;
        this.menu = menu;
        this.access = access;
    }

    /// Where the name in the header leads to.
    public String getStart() {
        return isForStaff() ? "/staff" : "/";
    }

    public List<StaffMenu.Item> getMenu() {
        return menu.items();
    }

    /// The value of `aria-current` for a section: this very page, a page of it, or absent. A page belongs to the
    /// section that accounts for most of its path.
    public @Nullable String current(StaffMenu.Item section) {
        var request = request();
        if (request == null) return null;
        var page = request.getRequestURI();
        if (page.equals(section.path())) return "page";
        var best = menu.items().stream().max(Comparator.comparingInt(item -> item.covers(page)));
        return section.covers(page) > 0 && best.filter(section::equals).isPresent() ? "true" : null;
    }

    /// A form's errors in the order of its fields; those of the form as a whole come first.
    public List<DetailedError> inOrder(List<DetailedError> errors, @Nullable List<String> fields) {
        if (fields == null) return errors;
        return errors.stream()
                .sorted(Comparator.comparingInt(error -> position(fields, error.getFieldName())))
                .toList();
    }

    private static int position(List<String> fields, @Nullable String field) {
        return field == null ? -1 : fields.indexOf(field.replaceAll("[\\[.].*", "")); // modules[2].units
    }

    /// The message that names a field: `field.modules.units` for `modules[2].units`.
    public String labelOf(String field) {
        return "field." + field.replaceAll("\\[\\d+]", "");
    }

    /// How people count the row that a field stands in: 3 for `modules[2].units`, 0 outside of rows.
    public int rowOf(String field) {
        var row = ROW.matcher(field);
        return row.find() ? Integer.parseInt(row.group(1)) + 1 : 0;
    }

    /// The ids of a field's hint and error, for `aria-describedby`.
    public @Nullable String describedBy(String field, boolean hint, boolean error) {
        if (!hint && !error) return null;
        return (hint ? field + "-hint" : "") + (hint && error ? " " : "") + (error ? field + "-error" : "");
    }

    /// The address of a file among the service's assets, new whenever the style sheet changes.
    public String file(String name) {
        return service.assetsPath() + "/" + name + "?v=" + version;
    }

    /// This very page in the other language. Of one that answers a form: where it says that it is, otherwise where
    /// something can be asked for, at the path that the form was sent to or above it.
    ///
    /// @param own what the page has as [#ADDRESS]
    public String inLanguage(String language, @Nullable String own) {
        var request = request();
        var isForm = request != null && "POST".equals(request.getMethod());
        var path = path(request);
        var page = own != null ? own : isForm ? access.pageAt(path).orElse(getStart()) : path;
        var address = UriComponentsBuilder.fromPath(page);
        if (request != null && !isForm) address.query(request.getQueryString());
        return address.replaceQueryParam(Languages.PARAMETER, language).build().toUriString();
    }

    private static String path(@Nullable HttpServletRequest request) {
        if (request == null) return "";
        return request.getAttribute("jakarta.servlet.error.request_uri") instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    public boolean isForStaff() {
        var request = request();
        return request != null && request.getRequestURI().startsWith("/staff");
    }

    /// Who is signed in. Asked on pages for staff only, so that no other page has to read a session.
    public @Nullable String getStaffName() {
        return isForStaff() ? SignedIn.staff().map(Staff::name).orElse(null) : null;
    }

    /// Whether a form of whoever is signed in got lost, for the page that asks first: it is said once.
    public boolean takeLostForm() {
        var request = request();
        var session = request != null && getStaffName() != null ? request.getSession(false) : null;
        if (session == null || session.getAttribute(LOST_FORM) == null) return false;
        session.removeAttribute(LOST_FORM);
        return true;
    }

    public String getSignOutAddress() {
        return service.staffPath() + "/logout";
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }
}
