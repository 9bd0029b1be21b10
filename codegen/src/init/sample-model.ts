import type { InitOptions } from "./init-options.js";

/**
 * Returns a small model that shows what most models need: a resource, its operations with HTTP bindings, constraints, an
 * enum, pages of results, and an error.
 */
export function sampleModel({ namespace, service }: InitOptions): string {
  return `$version: "2.0"

namespace ${namespace}

use aws.protocols#restJson1

/// Keeps short notes.
@restJson1
@title("${service}")
@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "maxResults")
service ${service} {
    version: "1.0"
    resources: [
        Note
    ]
    errors: [
        ValidationError
    ]
}

resource Note {
    identifiers: {
        noteId: NoteId
    }
    create: CreateNote
    read: GetNote
    delete: DeleteNote
    list: ListNotes
}

@length(min: 1, max: 64)
@pattern("^[A-Za-z0-9-]+$")
string NoteId

enum Color {
    YELLOW = "yellow"
    BLUE = "blue"
}

structure NoteData for Note {
    @required
    $noteId

    @required
    @length(min: 1, max: 10000)
    text: String

    color: Color

    @timestampFormat("date-time")
    createdAt: Timestamp
}

/// Stores a note.
@http(method: "POST", uri: "/notes", code: 201)
operation CreateNote {
    input := {
        @required
        @length(min: 1, max: 10000)
        text: String

        color: Color
    }

    output := {
        @required
        @httpPayload
        note: NoteData
    }
}

/// Returns a note.
@readonly
@http(method: "GET", uri: "/notes/{noteId}")
operation GetNote {
    input := for Note {
        @required
        @httpLabel
        $noteId
    }

    output := {
        @required
        @httpPayload
        note: NoteData
    }

    errors: [
        NoteNotFound
    ]
}

/// Deletes a note. Deleting one that does not exist is no error.
@idempotent
@http(method: "DELETE", uri: "/notes/{noteId}", code: 204)
operation DeleteNote {
    input := for Note {
        @required
        @httpLabel
        $noteId
    }

    output := {}
}

/// Returns notes, the newest first.
@readonly
@paginated(items: "notes")
@http(method: "GET", uri: "/notes")
operation ListNotes {
    input := {
        @httpQuery("maxResults")
        @range(min: 1, max: 100)
        maxResults: Integer

        @httpQuery("nextToken")
        nextToken: String
    }

    output := {
        @required
        notes: NoteList

        nextToken: String
    }
}

list NoteList {
    member: NoteData
}

/// There is no note with this id.
@error("client")
@httpError(404)
structure NoteNotFound {
    @required
    message: String
}

/// The request does not fit the model.
@error("client")
@httpError(400)
structure ValidationError {
    @required
    message: String
}
`;
}
