package ca.vitaravox.server.settings;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicSettings;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.audit.Setting;
import ca.vitaravox.server.audit.SettingChanges;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a clinic has several of, each with an id that others name: listed, and read, put and taken away one by one. */
final class ClinicItems<T> {
    private static final String CLINIC = "/api/admin/clinics/{clinic}/";

    private final ClinicSettings settings;
    private final SettingChanges changes;
    private final ItemForm<T> form;

    ClinicItems(ClinicSettings settings, SettingChanges changes, ItemForm<T> form) {
        this.settings = settings;
        this.changes = changes;
        this.form = form;
    }

    List<Route> routes() {
        String list = CLINIC + form.name();
        String one = list + "/{" + form.parameter() + "}";
        return List.of(
                new Route(HandlerType.GET, list, this::list),
                new Route(HandlerType.GET, one, this::show),
                new Route(HandlerType.PUT, one, this::put),
                new Route(HandlerType.DELETE, one, this::remove));
    }

    private void list(Visit visit) {
        List<T> all = form.of().apply(settings.kept(visit.clinic()));
        int from = visit.after(id -> indexOf(all, id)).map(last -> last + 1).orElse(0);
        visit.page(
                most -> all.subList(from, Math.min(all.size(), from + most)),
                form.shape(),
                item -> form.id().apply(item));
    }

    private int indexOf(List<T> items, String id) {
        return find(items, id)
                .map(items::indexOf)
                .orElseThrow(() -> new IllegalArgumentException("the item it names is gone"));
    }

    private Optional<T> find(List<T> items, String id) {
        return items.stream().filter(item -> form.id().apply(item).equals(id)).findFirst();
    }

    private String id(Visit visit) {
        return visit.id(form.parameter(), ItemId::of);
    }

    private void show(Visit visit) {
        List<T> all = form.of().apply(settings.kept(visit.clinic()));
        visit.show(find(all, id(visit)).map(form.shape()).orElseThrow(Problem::notFound));
    }

    private Setting<Clinic> setting(Visit visit) {
        String id = id(visit);
        return new Setting<>(
                form.name() + "/" + id,
                wanted -> settings.change(visit.clinic(), wanted),
                clinic -> find(form.of().apply(clinic), id).map(form.shape()));
    }

    private void put(Visit visit) {
        String id = id(visit);
        T item = visit.read(body -> form.read().read(id, body));
        Optional<Integer> place = visit.query().number("place", 0, Clinic.MOST_OF_EACH);
        changes.put(visit, setting(visit), clinic -> {
            form.check().accept(clinic, item);
            return form.with().apply(clinic, placed(form.of().apply(clinic), item, place));
        });
    }

    /** The items with this one among them: where it was, or as asked for, or at the end. */
    private List<T> placed(List<T> before, T item, Optional<Integer> place) {
        String id = form.id().apply(item);
        List<T> items = new ArrayList<>(before);
        int was = find(before, id).map(before::indexOf).orElse(before.size());
        items.removeIf(each -> form.id().apply(each).equals(id));
        items.add(Math.min(place.orElse(was), items.size()), item);
        return items;
    }

    private void remove(Visit visit) {
        String id = id(visit);
        UnaryOperator<Clinic> without = clinic -> form.with()
                .apply(
                        clinic,
                        form.of().apply(clinic).stream()
                                .filter(each -> !form.id().apply(each).equals(id))
                                .toList());
        changes.remove(visit, setting(visit), without);
    }
}
