using System.ComponentModel;
using System.Diagnostics;

namespace ChatAuth.Storage.Imports;

/// <summary>Reads one generic password of the macOS Keychain by the system's own program, which may have to ask the person at the screen.</summary>
/// <param name="program">The program, an absolute path: one that was found by chance could hand out anybody's login.</param>
/// <param name="home">The home directory, in which the Keychain is.</param>
/// <param name="service">The name under which the password is kept.</param>
/// <param name="time">Measures the patience.</param>
internal sealed class Keychain(string program, string home, string service, TimeProvider time)
{
    /// <summary>How long it may take before it is ended, with everything that it started.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const int MaxLength = 1024 * 1024;
    private const int NotFound = 44;

    /// <summary>Another one whenever any password may have changed; null when there is no Keychain.</summary>
    public string? FindMark() => new LoginFile(home, Path.Join(home, "Library", "Keychains", "login.keychain-db")).FindMark();

    /// <summary>The password; or why it cannot be used; neither when there is none.</summary>
    public async Task<(LoginBytes? Found, string? Why)> ReadAsync(CancellationToken cancellationToken)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, ["find-generic-password", "-s", service, "-w"])
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            },
        };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return (null, "the program that reads the Keychain cannot be started");
        }
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await ReadAsync(process, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, $"the Keychain did not answer within {Patience.TotalSeconds:0} seconds");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<(LoginBytes?, string?)> ReadAsync(Process process, CancellationToken cancellationToken)
    {
        process.StandardInput.Close();
        // Read away and forgotten: it could name what is in the Keychain.
        var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
        var bytes = new byte[MaxLength + 1];
        var length = await process.StandardOutput.BaseStream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        if (length > MaxLength) return (null, "what the Keychain holds is larger than 1 MB");
        await errors.ConfigureAwait(false);
        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return process.ExitCode switch
        {
            0 => (new LoginBytes(bytes.AsMemory(0, length), null), null),
            NotFound => default,
            _ => (null, "the Keychain did not hand it out"),
        };
    }
}
