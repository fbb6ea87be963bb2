package thami.web;

import java.util.List;

/// The sections of a service's pages for staff, shown under the header once somebody is signed in. A service that has
/// more
/// than one section contributes a bean.
public record StaffMenu(List<Item> items) {

    public StaffMenu {
        items = List.copyOf(items);
    }

    public static StaffMenu of(Item... items) {
        return new StaffMenu(List.of(items));
    }

    /// @param message the key of the section's name
    public record Item(String path, String message) {}
}
