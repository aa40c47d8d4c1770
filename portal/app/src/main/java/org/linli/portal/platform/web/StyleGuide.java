package org.linli.portal.platform.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.DefaultTreeNode;
import org.primefaces.model.TreeNode;

/** Sample values behind {@code /style-guide.xhtml}, the living documentation of the look. Nothing here is stored. */
@Named
@RequestScoped
public class StyleGuide {

    private @Nullable String text;
    private @Nullable String note;
    private String choice = "陪诊";
    private List<String> choices = List.of("周六");
    private @Nullable LocalDateTime when;
    private int minutes = 90;
    private int stars = 4;
    private boolean agreed = true;
    private final TreeNode<String> tree = new DefaultTreeNode<>("", null);

    @PostConstruct
    void growTree() {
        TreeNode<String> street = new DefaultTreeNode<>("街道", tree);
        TreeNode<String> community = new DefaultTreeNode<>("社区", street);
        street.setExpanded(true);
        community.setExpanded(true);
        for (String grid : List.of("第一网格", "第二网格")) {
            community.getChildren().add(new DefaultTreeNode<>(grid));
        }
    }

    /** A row of the sample table. */
    public record Row(String title, String person, String status, long hundredths) {}

    public List<Row> getRows() {
        return List.of(
                new Row("陪诊到区人民医院", "陈桂兰", "PLACED", 0),
                new Row("修理厨房水龙头", "李建国", "IN_SERVICE", 0),
                new Row("代购米和油", "王秀英", "CLOSED", 1250));
    }

    public List<String> getServices() {
        return List.of("陪诊", "代购", "修理", "照看");
    }

    public List<String> getDays() {
        return List.of("周六", "周日");
    }

    /** Suggestions that contain what was typed. */
    public List<String> suggest(String typed) {
        return getServices().stream().filter(name -> name.contains(typed)).toList();
    }

    /** A bar chart in the palette, as Chart.js reads it. */
    public String getBars() {
        return """
            {"type":"bar","data":{"labels":["贵苑","旺家","龙生"],"datasets":[
            {"label":"点单","data":[42,31,27],"backgroundColor":"#0B57A4"},
            {"label":"办结","data":[38,30,22],"backgroundColor":"#1B7A3D"}]},
            "options":{"maintainAspectRatio":false,"plugins":{"legend":{"position":"bottom"}}}}""";
    }

    /** A doughnut in the palette, as Chart.js reads it. */
    public String getShares() {
        return """
            {"type":"doughnut","data":{"labels":["陪诊","代购","修理","照看"],"datasets":[
            {"data":[40,25,20,15],"backgroundColor":["#0B57A4","#C7000B","#1B7A3D","#B7791F"]}]},
            "options":{"maintainAspectRatio":false,"plugins":{"legend":{"position":"right"}}}}""";
    }

    public TreeNode<String> getTree() {
        return tree;
    }

    /** Shows one message of each severity. */
    public void showMessages() {
        Stream.of(FacesMessage.SEVERITY_INFO, FacesMessage.SEVERITY_WARN, FacesMessage.SEVERITY_ERROR)
                .forEach(severity ->
                        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, "", "已收到您的点单。")));
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public String getChoice() {
        return choice;
    }

    public void setChoice(String choice) {
        this.choice = choice;
    }

    public List<String> getChoices() {
        return choices;
    }

    public void setChoices(List<String> choices) {
        this.choices = choices;
    }

    public @Nullable LocalDateTime getWhen() {
        return when;
    }

    public void setWhen(@Nullable LocalDateTime when) {
        this.when = when;
    }

    public int getMinutes() {
        return minutes;
    }

    public void setMinutes(int minutes) {
        this.minutes = minutes;
    }

    public int getStars() {
        return stars;
    }

    public void setStars(int stars) {
        this.stars = stars;
    }

    public boolean isAgreed() {
        return agreed;
    }

    public void setAgreed(boolean agreed) {
        this.agreed = agreed;
    }
}
