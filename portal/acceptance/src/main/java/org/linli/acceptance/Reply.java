package org.linli.acceptance;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What was answered. */
public final class Reply {
    private final String request;
    private final HttpResponse<byte[]> response;

    Reply(String request, HttpResponse<byte[]> response) {
        this.request = request;
        this.response = response;
    }

    public int status() {
        return response.statusCode();
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public byte[] bytes() {
        return response.body();
    }

    /** The header, empty when it was not sent. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** All headers of that name. */
    public List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    public String contentType() {
        return header("Content-Type");
    }

    public String etag() {
        return header("ETag");
    }

    /** Fails unless it is that status, telling what was answered instead. */
    public Reply expect(int status) {
        if (status() != status) {
            throw new AssertionError(request + " was to answer " + status + " but answered " + this);
        }
        return this;
    }

    /** Fails unless it is a problem of that status and code. */
    public Reply expectProblem(int status, String code) {
        expect(status);
        if (!code.equals(json().getString("code", ""))) {
            throw new AssertionError(request + " was to be refused with " + code + " but answered " + this);
        }
        return this;
    }

    public JsonObject json() {
        return structure().asJsonObject();
    }

    public JsonStructure structure() {
        try (JsonReader reader = Json.createReader(new StringReader(text()))) {
            return reader.read();
        } catch (jakarta.json.JsonException e) {
            throw new AssertionError(request + " answered no JSON: " + this, e);
        }
    }

    /** The member {@code id}. */
    public String id() {
        return json().getString("id");
    }

    @Override
    public String toString() {
        String text = text();
        return status() + " " + (text.length() > 600 ? text.substring(0, 600) + "…" : text);
    }
}
