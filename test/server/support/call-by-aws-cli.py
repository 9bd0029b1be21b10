"""Makes the calls on standard input by the AWS CLI, in one process, and prints how each ended.

The endpoint is the argument. The input "operations" asks for the names that the CLI knows.
"""

import contextlib
import io
import json
import os
import sys
import tempfile

folder = tempfile.TemporaryDirectory()
config = os.path.join(folder.name, "config")
with open(config, "w") as file:
    # By default, version 1 prints timestamps as they came, and version 2 in this form.
    file.write("[default]\ncli_timestamp_format = iso8601\n")
for name in [name for name in os.environ if name.startswith("AWS_")]:
    del os.environ[name]
os.environ.update(
    AWS_CONFIG_FILE=config,
    AWS_SHARED_CREDENTIALS_FILE=os.devnull,
    AWS_ACCESS_KEY_ID="id",
    AWS_SECRET_ACCESS_KEY="secret",
    AWS_DEFAULT_REGION="us-east-1",
    AWS_MAX_ATTEMPTS="1",
    AWS_PAGER="",
)

import awscli
from awscli.clidriver import create_clidriver
from botocore import xform_name

driver = create_clidriver()
model = driver.session.get_service_model("apigatewayv2")


def run(arguments):
    """Returns the exit status, and what goes to standard output and to standard error."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", "surrogatepass") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            status = driver.main(arguments)
        except SystemExit as error:
            status = error.code
    for each in (out, err):
        each.flush()
    texts = [each.buffer.getvalue().decode("utf-8", "surrogatepass") for each in (out, err)]
    return {"status": status, "stdout": texts[0], "stderr": texts[1]}


def options(given):
    """Returns members that are strings and booleans as options."""
    for name, value in given.items():
        option = xform_name(name, "-")
        if isinstance(value, bool):
            yield f"--{option}" if value else f"--no-{option}"
        else:
            yield f"--{option}={value}"


def call(name, given):
    arguments = ["apigatewayv2", xform_name(name, "-"), "--endpoint-url", sys.argv[1]]
    arguments += ["--no-paginate", "--output", "json"]
    if not model.operation_model(name).has_streaming_output:
        return run([*arguments, "--cli-input-json", json.dumps(given)])
    # Such a command writes a file, and does not read JSON.
    path = os.path.join(folder.name, "output")
    result = run([*arguments, *options(given), path])
    if result["status"] == 0:
        with open(path, "rb") as file:
            result["bytes"] = list(file.read())
    return result


def call_all(calls):
    global driver
    for index, each in enumerate(calls):
        # A driver becomes slower with each command.
        if index % 40 == 0:
            driver = create_clidriver()
        yield call(each["name"], each["input"])


given = json.load(sys.stdin)
if given == "operations":
    version = int(awscli.__version__.split(".")[0])
    json.dump({"version": version, "operations": model.operation_names}, sys.stdout)
else:
    json.dump(list(call_all(given)), sys.stdout)
