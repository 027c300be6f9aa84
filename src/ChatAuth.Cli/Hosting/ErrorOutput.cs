using ChatAuth.Core.Errors;

namespace ChatAuth.Cli.Hosting;

/// <summary>The one form in which errors leave the program: words on standard error, and with <c>--json</c> an object on one line of standard output, as <c>chat</c> writes all its objects.</summary>
internal static class ErrorOutput
{
    /// <param name="host">Where to write.</param>
    /// <param name="code">What is wrong.</param>
    /// <param name="detail">Where exactly, in words that hold nothing that was typed; null when the code says all.</param>
    /// <returns>The exit code.</returns>
    public static int Write(CliHost host, ErrorCode code, string? detail = null)
    {
        host.Error.WriteLine($"error [{code.Id}]: {code.Message}{(detail is null ? "" : $" ({detail})")}");
        var remedy = code.Remedy.StartsWith('/') ? "chatauth models status" : code.Remedy;
        host.Error.WriteLine($"remedy: {remedy}");
        if (host.Json)
        {
            JsonOutput.WriteLine(host.Output, json =>
            {
                json.WriteStartObject("error");
                json.WriteString("code", code.Id);
                json.WriteString("message", code.Message);
                json.WriteString("detail", detail);
                json.WriteString("remedy", remedy);
                json.WriteEndObject();
            });
        }
        return code.ExitCode;
    }

    /// <summary>A defect of ours. Its message may quote anything, so only its place is told, and that only on request.</summary>
    /// <returns>The exit code.</returns>
    public static int WriteDefect(CliHost host, Exception defect, string reference)
    {
        var exitCode = Write(host, ErrorCode.Internal, $"reference {reference}");
        if (!host.Debug) host.Error.WriteLine("CHATAUTH_DEBUG=1 in the environment shows where it broke.");
        for (var cause = host.Debug ? defect : null; cause is not null; cause = cause.InnerException)
        {
            host.Error.WriteLine(cause.GetType().FullName);
            host.Error.WriteLine(cause.StackTrace);
        }
        return exitCode;
    }
}
