using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace ChatAuth.Testing.Tests.Judges;

/// <summary>A program in JavaScript that judges a fake with a library of somebody else. Its packages are installed below <c>obj</c>, once for a lock file.</summary>
internal sealed class NodeJudge : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private NodeJudge(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("node", ["judge.mjs", .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts a judge; the test is a reported skip where Node or its packages cannot be had.</summary>
    /// <param name="name">Its folder beside this file.</param>
    /// <param name="arguments">What it is told.</param>
    public static async Task<NodeJudge> StartAsync(string name, params string[] arguments)
    {
        if (!await RunsAsync("node", ".", "--version")) Assert.Ignore("Needs Node: apt-get install nodejs");
        if (!await RunsAsync("npm", ".", "--version")) Assert.Ignore("Needs npm: apt-get install npm");
        return new NodeJudge(await InstallAsync(name), arguments);
    }

    /// <summary>Waits for its end, and reads what it saw.</summary>
    public async Task<JsonNode> SawAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        var output = await _output;
        return output.Length > 0 ? JsonNode.Parse(output)! : throw new InvalidOperationException($"The judge said nothing: {await _errors}");
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static async Task<string> InstallAsync(string name)
    {
        var source = Repository.PathOf($"tests/ChatAuth.Testing.Tests/Judges/{name}");
        var lockHash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(source, "package-lock.json"))))[..16];
        var folder = Repository.PathOf($"tests/ChatAuth.Testing.Tests/obj/judges/{name}-{lockHash}");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(source)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        var installed = Path.Combine(folder, "installed");
        if (File.Exists(installed)) return folder;
        if (!await RunsAsync("npm", folder, "ci", "--no-audit", "--no-fund")) Assert.Ignore($"Needs the packages of {name}: npm ci, with a registry in reach");
        await File.WriteAllTextAsync(installed, lockHash);
        return folder;
    }

    private static async Task<bool> RunsAsync(string program, string folder, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync(), process.WaitForExitAsync());
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
