using System.Buffers.Text;
using System.Text;
using ChatAuth.Core.Credentials;
using ChatAuth.Storage.Imports;

namespace ChatAuth.Storage.Tests.Imports;

/// <summary>A home directory of a test's own, gone afterwards.</summary>
internal sealed class TemporaryHome : IDisposable
{
    /// <summary>How long something may take that must not wait at all.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("chatauth-home-");

    public string Root => _directory.FullName;

    public ImportPlaces Places => new(Root);

    public string ClaudeFile => PathOf(".claude/.credentials.json");

    public string CodexFile => PathOf(".codex/auth.json");

    public string PathOf(string file) => Path.Combine(Root, file);

    /// <summary>Writes a file, and returns its path.</summary>
    public static string Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A program that a shell runs.</summary>
    public string WriteProgram(string script)
    {
        var path = Write(PathOf("security"), $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    /// <summary>What Claude Code keeps.</summary>
    public static string ClaudeJson(string fields) => $$"""{"mcpOAuth":{},"claudeAiOauth":{ {{fields}} } }""";

    /// <summary>A token that anybody can make, with these claims.</summary>
    public static string Jwt(string claims) => $"FAKE.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.FAKE";

    public static Secret? Fake(string text) => Secret.TryCreate(text, out var secret) ? secret : null;

    public void Dispose() => _directory.Delete(recursive: true);
}
