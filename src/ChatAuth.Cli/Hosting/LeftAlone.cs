using ChatAuth.Configuration;

namespace ChatAuth.Cli.Hosting;

/// <summary>Says what an edit of <c>chatauth.json</c> left to the operator.</summary>
internal static class LeftAlone
{
    public static void Write(CliHost host, StateFileEdit edit)
    {
        foreach (var (key, place) in edit.LeftAlone)
        {
            var where = place is ConfigurationPlace.Environment ? "the environment (CHATAUTH__…)" : "the host's configuration";
            host.Error.WriteLine($"note: {key} is set in {where} and was left alone; change it there.");
        }
    }
}
