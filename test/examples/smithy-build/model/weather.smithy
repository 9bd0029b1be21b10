$version: "2.0"

namespace example.weather

use aws.protocols#restJson1

@restJson1
service Weather {
    version: "2024-01-01"
    operations: [GetReport, PutReport]
}

@readonly
@http(method: "GET", uri: "/cities/{city}")
operation GetReport {
    input := {
        @required
        @httpLabel
        city: CityName
    }
    output := {
        degrees: Integer
    }
}

@idempotent
@http(method: "PUT", uri: "/cities/{city}", code: 204)
operation PutReport {
    input := {
        @required
        @httpLabel
        city: CityName

        @required
        degrees: Integer
    }
}

string CityName
