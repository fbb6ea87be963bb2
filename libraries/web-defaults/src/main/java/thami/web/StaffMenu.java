package thami.web;

import java.util.List;
import java.util.stream.Stream;

/// The sections of a service's pages for staff, shown under the header once somebody is signed in. A service with more
/// than one section contributes a bean.
public record StaffMenu(List<Item> items) {

    public StaffMenu {
        items = List.copyOf(items);
    }

    public static StaffMenu of(Item... items) {
        return new StaffMenu(List.of(items));
    }

    /// @param message the key of the section's name
    /// @param further where else pages of this section lie
    public record Item(String path, String message, List<String> further) {

        public Item {
            further = List.copyOf(further);
        }

        public Item(String path, String message, String... further) {
            this(path, message, List.of(further));
        }

        /// How long a part of the page's path this section accounts for: nothing if it is none of its pages.
        int covers(String page) {
            return Stream.concat(Stream.of(path), further.stream())
                    .filter(start -> page.equals(start) || page.startsWith(start + "/"))
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
        }
    }
}
