using System.Text.Json;
using ChatAuth.Cli.Hosting;
using ChatAuth.Configuration;
using ChatAuth.Core.Errors;

namespace ChatAuth.Cli.Models;

/// <summary>Says what became of a change of the models in <c>chatauth.json</c>.</summary>
internal static class ModelEdit
{
    /// <returns>The exit code: refused when what was asked for could not be written there.</returns>
    public static int Write(CliHost host, StateFileEdit edit, string done, Action<Utf8JsonWriter> content)
    {
        LeftAlone.Write(host, edit);
        if (!edit.IsSaved && edit.LeftAlone.Count > 0) return host.Fail(ErrorCode.ConfigurationElsewhere);
        var path = host.Get<StatePaths>().Configuration;
        if (host.Json) JsonOutput.Write(host.Output, json =>
        {
            content(json);
            json.WriteString("configPath", path);
            json.WriteBoolean("changed", edit.IsSaved);
        });
        else
        {
            host.Output.WriteLine(done);
            host.Output.WriteLine(edit.IsSaved ? $"Config   {path}" : "It was so before; nothing was changed.");
        }
        return ExitCodes.Ok;
    }
}
