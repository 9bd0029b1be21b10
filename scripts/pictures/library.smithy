$version: "2.0"

namespace com.example

use aws.protocols#restJson1

/// Lends books.
@restJson1
service Library {
    version: "2026-01-01"
    operations: [
        GetBook
        LendBook
    ]
}

@readonly
@http(method: "GET", uri: "/books/{isbn}")
operation GetBook {
    input := {
        @required
        @httpLabel
        isbn: Isbn
    }

    output := {
        @required
        title: String

        copies: Integer
    }

    errors: [
        BookNotFound
    ]
}

@http(method: "POST", uri: "/books/{isbn}/loans", code: 201)
operation LendBook {
    input := {
        @required
        @httpLabel
        isbn: Isbn

        @required
        @length(min: 1, max: 40)
        reader: String

        days: Days
    }

    output := {
        @required
        due: Timestamp
    }

    errors: [
        BookNotFound
    ]
}

@pattern("^97[89][0-9]{10}$")
string Isbn

@range(min: 1, max: 28)
integer Days

@error("client")
@httpError(404)
structure BookNotFound {
    message: String
}
