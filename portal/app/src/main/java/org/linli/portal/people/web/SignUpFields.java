package org.linli.portal.people.web;

import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.SignUp;
import org.linli.portal.platform.persistence.SqlFailure;
import org.linli.portal.platform.problem.DomainException;

/** What somebody who joins fills in about themselves. */
public class SignUpFields implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Set<String> VOLUNTEERING = Set.of("skills", "availability", "intro");

    private @Nullable Long homeUnitId;
    private @Nullable String name;
    private @Nullable String phone;
    private @Nullable String password;
    private @Nullable String address;
    private boolean volunteer;

    SignUp command(SignUp.@Nullable Volunteering volunteering) {
        return new SignUp(homeUnitId, name, phone, password, address, null, volunteering);
    }

    static boolean isAboutVolunteering(RuntimeException failure) {
        DomainException known = SqlFailure.find(failure, DomainException.class);
        return known != null
                && !known.violations().isEmpty()
                && known.violations().stream().allMatch(v -> VOLUNTEERING.contains(v.field()));
    }

    public @Nullable Long getHomeUnitId() {
        return homeUnitId;
    }

    public void setHomeUnitId(@Nullable Long homeUnitId) {
        this.homeUnitId = homeUnitId;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getPhone() {
        return phone;
    }

    public void setPhone(@Nullable String phone) {
        this.phone = phone;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address;
    }

    public boolean isVolunteer() {
        return volunteer;
    }

    public void setVolunteer(boolean volunteer) {
        this.volunteer = volunteer;
    }
}
