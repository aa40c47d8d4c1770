package org.linli.portal.ledger.journal.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.portal.ledger.journal.JournalDesk;
import org.linli.portal.ledger.journal.JournalRecords;
import org.linli.portal.ledger.journal.rest.JournalWire.CheckJson;
import org.linli.portal.ledger.journal.rest.JournalWire.StatusJson;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Id;

/** 账册: the journal of a community, for its administrators and auditors. People stand in it as their ids. */
@Path("/journals/{community}")
@Tag(name = "journal")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class JournalsResource {
    private final JournalDesk desk;

    @Inject
    public JournalsResource(JournalDesk desk) {
        this.desk = desk;
    }

    @GET
    @Operation(summary = "How far the journal is sealed, what waits, and the latest proofs")
    public StatusJson status(@PathParam("community") String community) {
        return StatusJson.of(desk.status(Id.ofPath(community)));
    }

    @POST
    @Path("/checks")
    @Once
    @Operation(summary = "Prove the whole journal against the tables, now")
    @Answer(value = CheckJson.class, status = 201)
    public Response check(@PathParam("community") String community) {
        JournalRecords.Check check = desk.check(Id.ofPath(community));
        return Response.status(Response.Status.CREATED)
                .location(URI.create("journals/" + community))
                .entity(CheckJson.of(check))
                .build();
    }

    @GET
    @Path("/entries.jsonl")
    @Produces({"application/x-ndjson;charset=UTF-8", "application/jsonl;charset=UTF-8"})
    @Operation(
            summary = "The journal, one line an entry: the file for `linli verify`; lines of JSON are no JSON document")
    @Answer(String.class)
    public Response lines(@PathParam("community") String community) {
        return file(desk.lines(Id.ofPath(community)), "journal-" + community + ".jsonl");
    }

    @GET
    @Path("/hledger.journal")
    @Produces("text/plain;charset=UTF-8")
    @Operation(summary = "The points of the journal as a book of hledger")
    @Answer(String.class)
    public Response book(@PathParam("community") String community) {
        return file(desk.book(Id.ofPath(community)), "points-" + community + ".journal");
    }

    private static Response file(JournalDesk.Document document, String name) {
        StreamingOutput stream =
                out -> document.write(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        return Response.ok(stream)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
