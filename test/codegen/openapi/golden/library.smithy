$version: "2.0"

namespace example.library

use aws.protocols#restJson1

/// Lends books.
@title("The Library")
@restJson1
@httpApiKeyAuth(name: "X-Key", in: "header")
service Library {
    version: "2024-01-01"
    resources: [
        Book
    ]
}

/// What readers borrow.
resource Book {
    identifiers: {
        isbn: Isbn
    }
    operations: [
        LendBook
    ]
}

/// Lends a <b>book</b>.
@http(method: "POST", uri: "/books/{isbn}/loans", code: 201)
operation LendBook {
    input := {
        @required
        @httpLabel
        isbn: Isbn

        @httpHeader("X-Branch")
        branch: String

        @required
        reader: String

        /// For how long.
        @range(min: 1, max: 28)
        days: Integer
    }

    output := {
        due: Timestamp
    }

    errors: [
        AlreadyLent
    ]
}

@pattern("^[0-9]{13}$")
string Isbn

/// Another reader has the book.
@error("client")
@httpError(409)
structure AlreadyLent {
    message: String
    until: Timestamp
}

apply LendBook @examples([
    {
        title: "Two weeks"
        input: {
            isbn: "9780131103627"
            reader: "Ada"
            days: 14
        }
        output: {
            due: "2024-05-15T00:00:00Z"
        }
    }
])
